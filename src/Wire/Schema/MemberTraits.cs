namespace Orrery.Wire.Schema;

/// <summary>Facts about one use of a shape.</summary>
[Flags]
public enum MemberTraits : ushort
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>The request is invalid without it.</summary>
    Required = 1,

    /// <summary>List or map entries stand directly in the parent.</summary>
    Flattened = 2,

    /// <summary>Written as an XML attribute of the parent.</summary>
    XmlAttribute = 4,

    /// <summary>Clients fill it with a random token to make retries safe.</summary>
    IdempotencyToken = 8,

    /// <summary>Part of the host name.</summary>
    HostLabel = 16,

    /// <summary>JSON in a string; base64 of it in a header.</summary>
    JsonValue = 32,

    /// <summary>A body that is not held in memory.</summary>
    Streaming = 64,

    /// <summary>The event's payload in an event stream.</summary>
    EventPayload = 128,
}
