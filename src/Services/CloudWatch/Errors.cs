using Orrery.Core;

namespace Orrery.Services.CloudWatch;

/// <summary>Errors that many operations give. Source: botocore model, the errors of the operations.</summary>
internal static class Errors
{
    /// <summary>InvalidParameterValue: a value is not allowed.</summary>
    public static ServiceException InvalidValue(string message) => new("InvalidParameterValue", message);

    /// <summary>InvalidParameterCombination: values that do not go together.</summary>
    public static ServiceException InvalidCombination(string message) => new("InvalidParameterCombination", message);

    /// <summary>MissingParameter: a parameter that this request needs.</summary>
    public static ServiceException Missing(string message) => new("MissingParameter", message);

    /// <summary>ValidationError: what GetMetricData and alarms answer to a query that is not valid.</summary>
    public static ServiceException Validation(string message) => new("ValidationError", message);

    /// <summary>InvalidParameterValue: something that Orrery does not serve, by name.</summary>
    public static ServiceException NotServed(string what) =>
        new("InvalidParameterValue", $"Orrery does not serve {what}.");

    /// <summary>InvalidParameterValue: a page token that we did not make.</summary>
    public static ServiceException InvalidToken() =>
        new("InvalidParameterValue", "The value for parameter NextToken is invalid.");

    /// <summary>ResourceNotFound: there is no such dashboard.</summary>
    public static ServiceException NoDashboard(string name) =>
        new("ResourceNotFound", $"Dashboard {name} does not exist", 404);

    /// <summary>ResourceNotFoundException: there is nothing with this ARN.</summary>
    public static ServiceException NoResource(string arn) =>
        new("ResourceNotFoundException", $"The resource {arn} does not exist", 404);
}
