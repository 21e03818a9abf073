using Orrery.Core;

namespace Orrery.Services.Sqs;

/// <summary>
/// The errors that SQS gives, by the names of the model's shapes; the wire adds the codes of the query protocol.
/// Texts as recorded from AWS in localstack, `tests/aws/services/sqs/test_sqs.snapshot.json` and the issues of public
/// clients.
/// </summary>
internal static class Errors
{
    /// <summary>There is no such queue.</summary>
    public static ServiceException NoQueue() => new("QueueDoesNotExist", "The specified queue does not exist.");

    /// <summary>What was given as a URL is none of a queue.</summary>
    public static ServiceException Address(string url) =>
        new("InvalidAddress", $"The address {url} is not valid for this endpoint.", 404);

    /// <summary>A value of a parameter is not allowed.</summary>
    public static ServiceException Value(string message) => new("InvalidParameterValue", message);

    /// <summary>A value of a parameter is not allowed.</summary>
    public static ServiceException Value(object? value, string parameter, string reason) =>
        Value($"Value {value} for parameter {parameter} is invalid. Reason: {reason}");

    /// <summary>A parameter that this request needs.</summary>
    public static ServiceException Missing(string parameter) =>
        new("MissingParameter", $"The request must contain the parameter {parameter}.");

    /// <summary>No attribute has this name, or not for such a queue.</summary>
    public static ServiceException AttributeName(string name) =>
        new("InvalidAttributeName", $"Unknown Attribute {name}.");

    /// <summary>The value of an attribute is not allowed.</summary>
    public static ServiceException AttributeValue(string name, string reason = "") => new(
        "InvalidAttributeValue",
        reason.Length == 0 ? $"Invalid value for the parameter {name}."
            : $"Invalid value for the parameter {name}. Reason: {reason}");

    /// <summary>It is not a receipt handle.</summary>
    public static ServiceException Handle(string handle) => new(
        "ReceiptHandleIsInvalid", $"The input receipt handle \"{handle}\" is not a valid receipt handle.");

    /// <summary>The receipt handle of a message of a FIFO queue is no longer valid.</summary>
    public static ServiceException Expired(string handle) =>
        Value(handle, "ReceiptHandle", "The receipt handle has expired.");

    /// <summary>A resource that a parameter names is not there.</summary>
    public static ServiceException NoResource(string parameter) => new(
        "ResourceNotFoundException",
        $"The resource that you specified for the {parameter} parameter doesn't exist.",
        404);

    /// <summary>A parameter that Orrery or AWS does not serve.</summary>
    public static ServiceException Unsupported(string message) => new("UnsupportedOperation", message);
}
