namespace Orrery.Wire.Schema;

/// <summary>How an instant is written.</summary>
public enum TimestampFormat : byte
{
    /// <summary>As the protocol and the place say.</summary>
    Unspecified,

    /// <summary><c>2026-01-31T08:00:00Z</c>.</summary>
    Iso8601,

    /// <summary><c>Sat, 31 Jan 2026 08:00:00 GMT</c>.</summary>
    Rfc822,

    /// <summary>Seconds since 1970, with an optional fraction.</summary>
    UnixTimestamp,
}
