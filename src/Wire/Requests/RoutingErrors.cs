using Orrery.Core;

namespace Orrery.Wire.Requests;

/// <summary>How a family says that it knows no such operation or service.</summary>
public static class RoutingErrors
{
    /// <summary>The operation is not in the model.</summary>
    /// <param name="family">The family.</param>
    /// <param name="operation">The operation as asked for.</param>
    /// <param name="version">The API version as asked for (query only).</param>
    public static ServiceException UnknownOperation(ErrorFamily family, string operation, string? version = null) =>
        family switch
        {
            // EC2 API reference, "Error codes".
            ErrorFamily.Ec2 => new("InvalidAction", $"The action {operation} is not valid for this web service."),

            // The text as IAM, STS and SNS answer.
            ErrorFamily.Query => new("InvalidAction",
                $"Could not find operation {operation} for version {version ?? "NO_VERSION_SPECIFIED"}"),

            _ => new("UnknownOperationException", $"The operation {operation} is not known."),
        };

    /// <summary>Nothing answers to a method and path.</summary>
    /// <param name="family">The family.</param>
    /// <param name="line">The method and the path.</param>
    public static ServiceException UnknownRoute(ErrorFamily family, string line) => family switch
    {
        // S3 API reference, "Error responses".
        ErrorFamily.S3 =>
            new("MethodNotAllowed", "The specified method is not allowed against this resource.", 405),
        ErrorFamily.Json => new("UnknownOperationException", "The request names no operation."),
        _ => new("UnknownOperationException", $"No operation answers to {line}.", 404),
    };

    /// <summary>A form without Action. "Common errors" of the query API references.</summary>
    public static ServiceException MissingAction(ErrorFamily family) => family == ErrorFamily.Ec2
        ? new("MissingParameter", "The request must contain the parameter Action")
        : new("MissingAction", "The request is missing an action or a required parameter.");

    /// <summary>No service goes by that name; AWS has no such answer, since its hosts would not exist.</summary>
    public static ServiceException UnknownService(string name) =>
        new("UnknownOperationException", $"No service goes by the name '{name}'.", 404);
}
