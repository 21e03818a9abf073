using Orrery.Core;

namespace Orrery.Services.Ram;

/// <summary>The errors of RAM. Source: botocore model; the texts are ours.</summary>
internal static class Errors
{
    /// <summary>InvalidParameterException.</summary>
    public static ServiceException Invalid(string message) => new("InvalidParameterException", message);

    /// <summary>InvalidParameterException: what Orrery does not serve, by name.</summary>
    public static ServiceException NotServed(string what) => Invalid($"Orrery does not serve {what}.");

    /// <summary>MalformedArnException.</summary>
    public static ServiceException Malformed(string arn) =>
        new("MalformedArnException", $"The specified resource ARN {arn} is not valid.");

    /// <summary>UnknownResourceException.</summary>
    public static ServiceException Unknown(string what) =>
        new("UnknownResourceException", $"{what} could not be found.");

    /// <summary>OperationNotPermittedException.</summary>
    public static ServiceException NotPermitted(string message) => new("OperationNotPermittedException", message);

    /// <summary>InvalidNextTokenException.</summary>
    public static ServiceException Token() =>
        new("InvalidNextTokenException", "The specified value for NextToken is not valid.");

    /// <summary>InvalidStateTransitionException.</summary>
    public static ServiceException State(string message) => new("InvalidStateTransitionException", message);

    /// <summary>ResourceShareLimitExceededException.</summary>
    public static ServiceException Limit(string message) => new("ResourceShareLimitExceededException", message);

    /// <summary>TagLimitExceededException.</summary>
    public static ServiceException TooManyTags() =>
        new("TagLimitExceededException", "A resource share can have up to 50 tags.");

    /// <summary>ResourceShareInvitationArnNotFoundException.</summary>
    public static ServiceException NoInvitation(string arn) =>
        new("ResourceShareInvitationArnNotFoundException", $"The invitation {arn} could not be found.");

    /// <summary>The errors for an invitation that was answered or ran out.</summary>
    public static ServiceException Over(string arn, string how) =>
        new($"ResourceShareInvitation{how}Exception", $"The invitation {arn} is not pending any more: {how}.");
}
