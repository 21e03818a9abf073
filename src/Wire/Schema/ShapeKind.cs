namespace Orrery.Wire.Schema;

/// <summary>What a shape is, after AWS's model types.</summary>
public enum ShapeKind : byte
{
    /// <summary>Named members; a union when <see cref="ShapeTraits.Union"/> is set.</summary>
    Structure,

    /// <summary>A sequence of one element shape.</summary>
    List,

    /// <summary>String keys to values of one shape.</summary>
    Map,

    /// <summary>Text; an enumeration when <see cref="ShapeSchema.EnumValues"/> is not empty.</summary>
    String,

    /// <summary>A 32-bit integer.</summary>
    Integer,

    /// <summary>A 64-bit integer.</summary>
    Long,

    /// <summary>A 32-bit float.</summary>
    Float,

    /// <summary>A 64-bit float.</summary>
    Double,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>An instant.</summary>
    Timestamp,

    /// <summary>Bytes.</summary>
    Blob,

    /// <summary>Any JSON value, kept as its JSON text.</summary>
    Document,
}
