using Orrery.Core;

namespace Orrery.Services.SecretsManager;

/// <summary>The errors of Secrets Manager. Sources: botocore model; texts as public clients report them.</summary>
internal static class Errors
{
    /// <summary>InvalidParameterException.</summary>
    public static ServiceException Parameter(string message) => new("InvalidParameterException", message);

    /// <summary>InvalidParameterException: what Orrery does not serve, by name.</summary>
    public static ServiceException NotServed(string what) => Parameter($"Orrery does not serve {what}.");

    /// <summary>InvalidRequestException.</summary>
    public static ServiceException Request(string message) => new("InvalidRequestException", message);

    /// <summary>AccessDeniedException: the policy of a function does not let the service call it.</summary>
    public static ServiceException NoInvocation() => new(
        "AccessDeniedException",
        "Secrets Manager cannot invoke the specified Lambda function. Ensure that the function policy grants access "
        + "to the principal secretsmanager.amazonaws.com.");

    /// <summary>ResourceNotFoundException: there is no such secret.</summary>
    public static ServiceException NoSecret() =>
        new("ResourceNotFoundException", "Secrets Manager can't find the specified secret.");

    /// <summary>ResourceNotFoundException: the secret has no such version.</summary>
    public static ServiceException NoValue(string what) => new(
        "ResourceNotFoundException", $"Secrets Manager can't find the specified secret value for {what}");

    /// <summary>ResourceExistsException.</summary>
    public static ServiceException Exists(string message) => new("ResourceExistsException", message);

    /// <summary>InvalidNextTokenException.</summary>
    public static ServiceException Token() => new("InvalidNextTokenException", "The NextToken is not valid.");

    /// <summary>MalformedPolicyDocumentException.</summary>
    public static ServiceException Policy(string message) => new("MalformedPolicyDocumentException", message);
}
