namespace Orrery.Wire.Protocols.Cbor;

/// <summary>The major types of CBOR. Source: RFC 8949, 3.1.</summary>
internal enum CborMajor
{
    /// <summary>An integer from 0 up.</summary>
    Unsigned,

    /// <summary>An integer below 0.</summary>
    Negative,

    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>UTF-8.</summary>
    Text,

    /// <summary>A sequence.</summary>
    Array,

    /// <summary>Pairs.</summary>
    Map,

    /// <summary>A tag before another item.</summary>
    Tag,

    /// <summary>Floats, true, false, null.</summary>
    Simple,
}
