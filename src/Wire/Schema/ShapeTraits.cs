namespace Orrery.Wire.Schema;

/// <summary>Facts about a shape.</summary>
[Flags]
public enum ShapeTraits : ushort
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>List or map entries stand directly in the parent.</summary>
    Flattened = 1,

    /// <summary>Never shown in logs or errors.</summary>
    Sensitive = 2,

    /// <summary>Exactly one member is set.</summary>
    Union = 4,

    /// <summary>A stream of events.</summary>
    EventStream = 8,

    /// <summary>An error that an operation may answer.</summary>
    Error = 16,

    /// <summary>The error is the service's fault, not the caller's.</summary>
    Fault = 32,

    /// <summary>A body that is not held in memory.</summary>
    Streaming = 64,
}
