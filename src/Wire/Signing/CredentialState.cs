namespace Orrery.Wire.Signing;

/// <summary>Whether an access key may be used.</summary>
public enum CredentialState
{
    /// <summary>It may.</summary>
    Active,

    /// <summary>It was switched off (UpdateAccessKey).</summary>
    Inactive,

    /// <summary>Its time has passed.</summary>
    Expired,
}
