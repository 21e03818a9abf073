using Orrery.Wire.Generated.Sts;

namespace Orrery.Services.Iam.Operations.Sts;

/// <summary>
/// Gives temporary credentials of a role, if its trust policy lets the caller in. AWS lets no root user assume a role;
/// here the root user stands for whoever has a key that is not known, and may. Source: STS API Reference, AssumeRole.
/// </summary>
public sealed class AssumeRole : IWriteOperation<AssumeRoleRequest, AssumeRoleResult>
{
    /// <inheritdoc/>
    public AssumeRoleResult Run(AssumeRoleRequest request, Call call)
    {
        if (request.ProvidedContexts is not null) throw Errors.NotServed("ProvidedContexts of AssumeRole");
        var role = RoleDoor.Find(call, request.RoleArn!, "sts:AssumeRole");
        var from = Sessions.Of(call);
        var duration = RoleDoor.Duration(
            role, request.DurationSeconds, isChained: call.Caller.Kind == CallerKind.AssumedRole);
        var tags = SessionTags.Of(from, request.Tags, request.TransitiveTagKeys);
        var account = RoleArn.Parse(role.Arn).Account;
        var policies = SessionPolicies.Of(call, account, request.Policy, request.PolicyArns);
        var source = SourceOf(call, from, request);
        var shown = SecondFactor.Shown(call, request.SerialNumber, request.TokenCode);
        var context = TrustContext.At(call).AddCaller(call, shown).AddTags(tags)
            .Add("sts:ExternalId", request.ExternalId)
            .Add("sts:RoleSessionName", request.RoleSessionName)
            .Add("sts:SourceIdentity", source);
        RoleDoor.Enter(call, role, Askers.Caller(call), ("sts:AssumeRole", context));
        var userId = $"{role.Id}:{request.RoleSessionName}";
        var share = policies.Share(tags);
        var session = Sessions.Open(call, new()
        {
            Account = account,
            Arn = RoleDoor.SessionArn(role, request.RoleSessionName!),
            UserId = userId,
            Duration = duration,
            Issuer = role.Id,
            SourceIdentity = source,
            Policies = policies,
            Tags = tags,
            MfaAt = shown,
        });
        return new()
        {
            Credentials = Sessions.View(session),
            AssumedRoleUser = new() { Arn = session.Arn, AssumedRoleId = userId },
            SourceIdentity = source,
            PackedPolicySize = share,
        };
    }

    // A source identity goes with all sessions of a chain, and cannot be changed on the way.
    private static string? SourceOf(ReadCall call, SessionRecord? from, AssumeRoleRequest request)
    {
        if (from?.SourceIdentity is not { } set) return request.SourceIdentity;
        return request.SourceIdentity is null || request.SourceIdentity == set
            ? set
            : throw RoleDoor.Refusal(call, "sts:SetSourceIdentity", request.RoleArn!);
    }
}
