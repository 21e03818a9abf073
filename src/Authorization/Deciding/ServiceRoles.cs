using Orrery.Authorization.Requests;
using Orrery.Contracts.Identity;
using Orrery.Kernel.Calls;

namespace Orrery.Authorization.Deciding;

/// <summary>Services that act with roles.</summary>
internal static class ServiceRoles
{
    private const string RoleOf = ":assumed-role/";

    /// <summary>A service in a session of a role; null where there is no such role, or it does not trust the service.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="service">The service: <c>scheduler.amazonaws.com</c>.</param>
    /// <param name="arn">The ARN of the role.</param>
    public static KnownPrincipal? Find(ReadCall call, string service, string arn)
    {
        if (call.FindPort<IRoleSessions>()?.Rights(call, arn, service) is not { } facts) return null;
        var account = Spelling.Part(arn, 4) ?? "";
        var name = service.Split('.')[0];
        var session = $"arn:aws:sts::{account}{RoleOf}{arn[(arn.LastIndexOf('/') + 1)..]}/{name}";
        var caller = new Caller(account, session, $"{facts.UserId}:{name}", "", CallerKind.AssumedRole);
        facts = facts with { UserId = caller.UserId, IssuedAt = call.Now };
        var fence = Fences.Of(call, account);
        var policies = PrincipalShelf.Compile(caller, facts);
        if (fence is not null) policies = policies with { Control = fence.Service };
        return new(caller, facts, PrincipalShelf.RequesterOf(caller, facts), policies) { Fence = fence };
    }
}
