using Orrery.Core;

namespace Orrery.Services.AutoScaling;

/// <summary>
/// The errors of Auto Scaling. Codes: botocore model and API Reference, "Common errors"; words as clients match on
/// them, as far as they are public.
/// </summary>
internal static class Errors
{
    /// <summary>ValidationError: something is wrong with the request.</summary>
    public static ServiceException Invalid(string message) => new("ValidationError", message);

    /// <summary>ValidationError: something that Orrery does not serve, by name.</summary>
    public static ServiceException NotServed(string what) => Invalid($"Orrery does not serve {what}.");

    /// <summary>ValidationError: there is no such group.</summary>
    public static ServiceException NoGroup(string name) =>
        Invalid($"AutoScalingGroup name not found - AutoScalingGroup: {name} not found");

    /// <summary>ValidationError: an instance is in no group.</summary>
    public static ServiceException NoInstance(string id) =>
        Invalid($"Instance Id not found - No managed instance found for instance ID: {id}");

    /// <summary>ValidationError: an instance is not in the group.</summary>
    public static ServiceException NotIn(string id, string group) =>
        Invalid($"The instance {id} is not part of Auto Scaling group {group}.");

    /// <summary>AlreadyExists.</summary>
    public static ServiceException Exists(string message) => new("AlreadyExists", message);

    /// <summary>ResourceInUse.</summary>
    public static ServiceException InUse(string message) => new("ResourceInUse", message);

    /// <summary>ScalingActivityInProgress.</summary>
    public static ServiceException Busy(string message) => new("ScalingActivityInProgress", message);

    /// <summary>LimitExceeded.</summary>
    public static ServiceException Limit(string message) => new("LimitExceeded", message);

    /// <summary>ActiveInstanceRefreshNotFound: no refresh is under way.</summary>
    public static ServiceException NoRefresh(string group) => new(
        "ActiveInstanceRefreshNotFound",
        $"No in progress or pending Instance Refresh found for Auto Scaling group {group}");

    /// <summary>InvalidNextToken: a page token that we did not make.</summary>
    public static ServiceException Token() => new("InvalidNextToken", "The token is not valid.");
}
