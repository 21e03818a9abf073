namespace Orrery.Services.Iam;

/// <summary>
/// Errors that several operations give. Codes: botocore models of IAM and STS. Messages follow what clients report
/// of AWS (issues of terraform-provider-aws, aws-cli, moto's recordings).
/// </summary>
internal static class Errors
{
    /// <summary>ValidationError: a value is not allowed.</summary>
    public static ServiceException Validation(string message) => new("ValidationError", message);

    /// <summary>A parameter that Orrery does not serve, by name.</summary>
    public static ServiceException NotServed(string what) => new("ValidationError", $"Orrery does not serve {what}.");

    /// <summary>InvalidInput.</summary>
    public static ServiceException InvalidInput(string message) => new("InvalidInput", message);

    /// <summary>NoSuchEntity.</summary>
    public static ServiceException NoSuchEntity(string message) => new("NoSuchEntity", message, 404);

    /// <summary>NoSuchEntity: something of a name.</summary>
    public static ServiceException NotFound(string kind, string name) =>
        NoSuchEntity($"The {kind} with name {name} cannot be found.");

    /// <summary>NoSuchEntity: a managed policy.</summary>
    public static ServiceException NoPolicy(string arn) => NoSuchEntity($"Policy {arn} was not found.");

    /// <summary>NoSuchEntity: a managed policy that cannot be attached.</summary>
    public static ServiceException NotAttachable(string arn) =>
        NoSuchEntity($"Policy {arn} does not exist or is not attachable.");

    /// <summary>EntityAlreadyExists.</summary>
    public static ServiceException Exists(string message) => new("EntityAlreadyExists", message, 409);

    /// <summary>EntityAlreadyExists: something of a name.</summary>
    public static ServiceException Exists(string kind, string name) =>
        Exists($"{kind} with name {name} already exists.");

    /// <summary>DeleteConflict: what has to go first.</summary>
    public static ServiceException Conflict(string first) =>
        new("DeleteConflict", $"Cannot delete entity, must {first} first.", 409);

    /// <summary>LimitExceeded.</summary>
    public static ServiceException Limit(string message) => new("LimitExceeded", message, 409);

    /// <summary>LimitExceeded: a quota, by AWS's name for it.</summary>
    public static ServiceException Quota(string name, int limit) => Limit($"Cannot exceed quota for {name}: {limit}");

    /// <summary>UnmodifiableEntity: what a service alone may change.</summary>
    public static ServiceException Protected(string role) => new(
        "UnmodifiableEntity",
        $"Cannot perform the operation on the protected role '{role}' - this role is only modifiable by AWS");

    /// <summary>MalformedPolicyDocument.</summary>
    public static ServiceException Malformed(string message) => new("MalformedPolicyDocument", message);

    /// <summary>AccessDenied.</summary>
    public static ServiceException Denied(string message) => new("AccessDenied", message, 403);
}
