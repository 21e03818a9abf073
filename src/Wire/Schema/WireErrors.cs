using Orrery.Core;

namespace Orrery.Wire.Schema;

/// <summary>Refusals of what cannot be read at all, before it is known which member is meant.</summary>
public static class WireErrors
{
    /// <summary>The code of a body that does not follow its format: JSON and CBOR services. Source: AWS API References,
    /// "Common Errors", and the Smithy AWS JSON 1.1 protocol, "Serialization errors".</summary>
    public const string Serialization = "SerializationException";

    /// <summary>The code of XML that cannot be read. Source: Amazon S3 API Reference, "Error responses".</summary>
    public const string MalformedXml = "MalformedXML";

    /// <summary>The code of form parameters that cannot be read. Source: AWS API References, "Common Errors".</summary>
    public const string MalformedQueryString = "MalformedQueryString";

    /// <summary>Values nest deeper than any AWS shape. Guessed: AWS documents no code for it.</summary>
    public static ServiceException TooDeep() =>
        new(Serialization, $"The request nests more than {ShapeReader.MaxDepth} levels deep.");

    /// <summary>The body is larger than is held in memory. Source: Amazon S3 API Reference, "Error
    /// responses".</summary>
    public static ServiceException TooLarge() =>
        new("RequestEntityTooLarge", "The request's body is larger than is allowed.", 413);

    /// <summary>A body that does not follow its format.</summary>
    public static ServiceException Malformed(string code, string message) => new(code, message);

    /// <summary>Event streams are not spoken; the answer says so rather than failing later.</summary>
    public static ServiceException EventStream(OperationSchema operation) => new(
        "UnsupportedOperation",
        $"{operation.Name} exchanges an event stream, which Orrery does not speak.");
}
