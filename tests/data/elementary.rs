//! The bits of exp and ln, which are the same on every target.

use tuiyan::model::Number;

/// Arguments with their exponentials and logarithms as computed on x86-64.
const BITS: [(f64, u64, u64); 17] = [
    (1e-300, 0x3ff0_0000_0000_0000, 0xc085_9634_47f8_7fb5),
    (1e-12, 0x3ff0_0000_0000_1198, 0xc03b_a18a_998f_ffa1),
    (0.01, 0x3ff0_292a_5d2f_2220, 0xc012_6bb1_bbb5_5515),
    (0.135, 0x3ff2_5005_cd9d_b9f5, 0xc000_0514_7f25_b416),
    (0.5, 0x3ffa_6129_8e1e_069b, 0xbfe6_2e42_fefa_39ef),
    (0.7071067811865475, 0x4000_3994_58f5_a0d5, 0xbfd6_2e42_fefa_39f2),
    (0.75, 0x4000_ef9d_b467_dcf6, 0xbfd2_6962_1134_db93),
    (1.0, 0x4005_bf0a_8b14_5769, 0x0000_0000_0000_0000),
    (1.0000000001, 0x4005_bf0a_8b1d_ae70, 0x3ddb_7cdf_fffa_18d8),
    (1.16, 0x4009_84fb_bcca_baa4, 0x3fc2_ff6d_3e07_0eb2),
    (1.5, 0x4011_ed3f_e64f_c541, 0x3fd9_f323_ecbf_984b),
    (2.0, 0x401d_8e64_b8d4_ddac, 0x3fe6_2e42_fefa_39ef),
    (3.7, 0x4044_3941_44ee_ec82, 0x3ff4_eeee_650a_e54f),
    (16.75, 0x4171_f0bf_81e9_9fdb, 0x4006_8c14_62d3_0563),
    (75.0, 0x46b2_6803_8c2c_0e21, 0x4011_451b_9aa2_075c),
    (236.0, 0x5536_412b_6d9c_72e0, 0x4015_daf6_b985_b7f5),
    (700.0, 0x7f0d_945d_f4f8_eedd, 0x401a_344e_6741_ebab),
];

/// Fails where this target computes other bits.
pub fn check() {
    for (x, exp, ln) in BITS {
        assert_eq!(Number::exp(x).to_bits(), exp, "exp({x}) = {:#x}", Number::exp(x).to_bits());
        assert_eq!(Number::ln(x).to_bits(), ln, "ln({x}) = {:#x}", Number::ln(x).to_bits());
    }
}
