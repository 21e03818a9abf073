using Orrery.Core;

namespace Orrery.Services.CloudWatch;

/// <summary>
/// Errors of operations on alarms. Codes: botocore model; ValidationError: CloudWatch API Reference, "Common errors".
/// </summary>
internal static class AlarmErrors
{
    /// <summary>ValidationError: the request is not valid.</summary>
    public static ServiceException Invalid(string message) => new("ValidationError", message);

    /// <summary>ValidationError: something that Orrery does not serve, by name.</summary>
    public static ServiceException NotServed(string what) => new("ValidationError", $"Orrery does not serve {what}.");

    /// <summary>ResourceNotFound: there is no such alarm.</summary>
    public static ServiceException NoAlarm(string name) => new("ResourceNotFound", $"Unknown alarm {name}", 404);

    /// <summary>InvalidFormat: it should have been JSON.</summary>
    public static ServiceException NotJson(string parameter) =>
        new("InvalidFormat", $"{parameter} was not syntactically valid JSON");

    /// <summary>InvalidNextToken: a page token that we did not make.</summary>
    public static ServiceException InvalidToken() => new("InvalidNextToken", "The next token specified is invalid.");

    /// <summary>LimitExceeded: more than there may be.</summary>
    public static ServiceException Limit(string message) => new("LimitExceeded", message);

    /// <summary>ResourceNotFoundException: there is no such detector or alarm.</summary>
    public static ServiceException NoResource(string what) =>
        new("ResourceNotFoundException", $"{what} does not exist.", 404);
}
