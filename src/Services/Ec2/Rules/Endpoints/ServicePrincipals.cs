using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Endpoints;

/// <summary>
/// Who may make endpoints to a service. Source: AWS PrivateLink Guide, "Configure an endpoint service": the forms of
/// principals; none with a path. That an owner needs no permission is what Terraform's provider relies on in its tests.
/// </summary>
internal static class ServicePrincipals
{
    /// <summary>Everybody.</summary>
    private const string Everybody = "*";

    /// <summary>Whether the caller may see a service and make endpoints to it.</summary>
    public static bool Lets(ReadCall call, EndpointOffer offer) =>
        offer.Custom is not { } service
        || offer.Owner == call.Account
        || service.Permissions.Any(permission => Matches(permission.Principal, call.Caller));

    /// <summary>What kind of principal a text names.</summary>
    /// <exception cref="ServiceException">InvalidPrincipal, or UnsupportedOperation.</exception>
    public static PrincipalType TypeOf(string principal)
    {
        if (principal == Everybody)
        {
            return PrincipalType.All;
        }

        if (principal.Contains(":organizations:", StringComparison.Ordinal)
            || principal.EndsWith(".amazonaws.com", StringComparison.Ordinal))
        {
            throw Errors.NotServed($"organizations and services as principals of endpoint services ('{principal}')");
        }

        var known = principal.Split(':') is ["arn", "aws", "iam", "", var account, var who]
            && AccountNumber.Is(account)
            ? who.Split('/') switch
            {
                ["root"] => PrincipalType.Account,
                ["user", { Length: > 0 }] => PrincipalType.User,
                ["role", { Length: > 0 }] => PrincipalType.Role,
                _ => (PrincipalType?)null,
            }
            : null;
        return known ?? throw new ServiceException("InvalidPrincipal", $"Invalid Principal: '{principal}'");
    }

    private static bool Matches(string principal, Caller caller) =>
        principal == Everybody
        || principal == caller.Arn
        || principal == $"arn:aws:iam::{caller.Account}:root"
        || (RoleOf(caller) is { } role && principal == $"arn:aws:iam::{caller.Account}:role/{role}");

    // arn:aws:sts::ACCOUNT:assumed-role/ROLE/NAME
    private static string? RoleOf(Caller caller) =>
        caller.Kind == CallerKind.AssumedRole && caller.Arn.Split('/') is [_, var role, _] ? role : null;
}
