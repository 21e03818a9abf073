using Orrery.Core;

namespace Orrery.Services.Logs;

/// <summary>
/// The errors of CloudWatch Logs. Source: Amazon CloudWatch Logs API Reference; texts as AWS gives them.
/// </summary>
internal static class Errors
{
    /// <summary>InvalidParameterException.</summary>
    public static ServiceException Invalid(string message) => new("InvalidParameterException", message);

    /// <summary>InvalidParameterException: something that Orrery does not serve, by name.</summary>
    public static ServiceException NotServed(string what) => Invalid($"Orrery does not serve {what}.");

    /// <summary>InvalidParameterException: a key that is not there, or of another kind. Text: as users of terraform
    /// report it (hashicorp/terraform issue 24194).</summary>
    public static ServiceException NoKey() => Invalid("The specified KMS Key Id could not be found.");

    /// <summary>ResourceNotFoundException: a log group.</summary>
    public static ServiceException NoGroup() => NotFound("The specified log group does not exist.");

    /// <summary>ResourceNotFoundException: a log stream.</summary>
    public static ServiceException NoStream() => NotFound("The specified log stream does not exist.");

    /// <summary>ResourceNotFoundException.</summary>
    public static ServiceException NotFound(string message) => new("ResourceNotFoundException", message);

    /// <summary>ResourceAlreadyExistsException.</summary>
    public static ServiceException Exists(string what) =>
        new("ResourceAlreadyExistsException", $"The specified {what} already exists");

    /// <summary>LimitExceededException.</summary>
    public static ServiceException Limit(string message = "Resource limit exceeded.") =>
        new("LimitExceededException", message);

    /// <summary>InvalidOperationException: the class of the log group does not allow it.</summary>
    public static ServiceException WrongClass(string message) => new("InvalidOperationException", message);
}
