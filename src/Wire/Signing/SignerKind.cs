namespace Orrery.Wire.Signing;

/// <summary>Who signed a request, as far as its key tells.</summary>
public enum SignerKind
{
    /// <summary>Nobody: there is no signature.</summary>
    Anonymous,

    /// <summary>The root user of an account: the key is its 12 digits, or unknown (default account).</summary>
    Root,

    /// <summary>The owner of a key of the world; the signature was verified.</summary>
    Known,
}
