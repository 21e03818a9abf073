using Orrery.Core;

namespace Orrery.Services.Ssm;

/// <summary>The errors of Parameter Store. Sources: botocore model; texts as public clients report
/// them, or ours.</summary>
internal static class Errors
{
    /// <summary>ValidationException.</summary>
    public static ServiceException Validation(string message) => new("ValidationException", message);

    /// <summary>ValidationException: what Orrery does not serve, by name.</summary>
    public static ServiceException NotServed(string what) => Validation($"Orrery does not serve {what}.");

    /// <summary>ParameterNotFound.</summary>
    public static ServiceException NotFound(string name) => new("ParameterNotFound", $"Parameter {name} not found.");

    /// <summary>ParameterVersionNotFound.</summary>
    public static ServiceException NoVersion(string name) => new(
        "ParameterVersionNotFound",
        $"Systems Manager could not find version {name}. Verify the version and try again.");

    /// <summary>InvalidFilterKey, InvalidFilterOption, InvalidFilterValue.</summary>
    public static ServiceException Filter(string part, string message) => new($"InvalidFilter{part}", message);

    /// <summary>InvalidNextToken.</summary>
    public static ServiceException Token() => new("InvalidNextToken", "The specified token is not valid.");

    /// <summary>InvalidPolicyTypeException, InvalidPolicyAttributeException and the like.</summary>
    public static ServiceException Policy(string code, string message) => new(code, message);
}
