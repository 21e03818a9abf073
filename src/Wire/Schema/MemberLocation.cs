namespace Orrery.Wire.Schema;

/// <summary>Where a top-level member travels in an HTTP message.</summary>
public enum MemberLocation : byte
{
    /// <summary>Inside the body's document.</summary>
    Body,

    /// <summary>One HTTP header.</summary>
    Header,

    /// <summary>All headers that begin with a prefix.</summary>
    PrefixHeaders,

    /// <summary>A label of the path.</summary>
    Uri,

    /// <summary>A parameter of the query string.</summary>
    QueryString,

    /// <summary>The status code of the answer.</summary>
    StatusCode,

    /// <summary>It is the whole body.</summary>
    Payload,
}
