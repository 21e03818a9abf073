using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Rules;

/// <summary>What data keys may be. Source: KMS API Reference, GenerateDataKey and GenerateDataKeyPair.</summary>
internal static class DataKeys
{
    /// <summary>How long a data key is.</summary>
    /// <exception cref="Core.ServiceException">ValidationException.</exception>
    public static int Length(DataKeySpec? spec, int? bytes) => (spec, bytes) switch
    {
        (null, { } length) => length,
        (DataKeySpec.Aes256, null) => 32,
        (DataKeySpec.Aes128, null) => 16,
        _ => throw Errors.Validation("Please specify either number of bytes or key spec."),
    };

    /// <summary>What kind of pair.</summary>
    /// <exception cref="Core.ServiceException">UnsupportedOperationException.</exception>
    public static KeySpec Pair(DataKeyPairSpec spec) =>
        KeySpecWire.Parse(spec.ToWire()) is { } key && (KeySpecs.IsRsa(key) || KeySpecs.IsEcc(key))
            ? key : throw Errors.NotServed($"KeyPairSpec {spec.ToWire()}");
}
