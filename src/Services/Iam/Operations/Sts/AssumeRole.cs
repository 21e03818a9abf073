using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Iam.Rules;
using Orrery.Wire.Generated.Sts;

namespace Orrery.Services.Iam.Operations.Sts;

/// <summary>
/// Gives temporary credentials of a role. Until IAM's roles are served, every well-formed role ARN is taken to exist
/// and to trust its caller; an external id therefore has nothing to be compared with. Source: STS API Reference,
/// AssumeRole.
/// </summary>
public sealed class AssumeRole : IWriteOperation<AssumeRoleRequest, AssumeRoleResult>
{
    private static readonly TimeSpan Standard = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public AssumeRoleResult Run(AssumeRoleRequest request, Call call)
    {
        RefuseUnserved(request);
        var role = RoleArn.Parse(request.RoleArn!);
        var duration = request.DurationSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : Standard;
        if (call.Caller.Kind == CallerKind.AssumedRole && duration > Standard)
        {
            throw Errors.Validation(
                "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining");
        }

        var userId = $"{role.UniqueId()}:{request.RoleSessionName}";
        var session = Sessions.Open(call, new()
        {
            Account = role.Account,
            Arn = $"arn:{role.Partition}:sts::{role.Account}:assumed-role/{role.Name}/{request.RoleSessionName}",
            UserId = userId,
            Duration = duration,
            SourceIdentity = request.SourceIdentity,
        });
        return new()
        {
            Credentials = Sessions.View(session),
            AssumedRoleUser = new() { Arn = session.Arn, AssumedRoleId = userId },
            SourceIdentity = request.SourceIdentity,
        };
    }

    private static void RefuseUnserved(AssumeRoleRequest request)
    {
        var unserved = new (object? Given, string Name)[]
        {
            (request.Policy, "Policy"), (request.PolicyArns, "PolicyArns"), (request.Tags, "Tags"),
            (request.TransitiveTagKeys, "TransitiveTagKeys"), (request.SerialNumber, "SerialNumber"),
            (request.TokenCode, "TokenCode"), (request.ProvidedContexts, "ProvidedContexts"),
        };
        if (unserved.FirstOrDefault(u => u.Given is not null) is { Name: { } name })
        {
            throw Errors.NotServed($"{name} of AssumeRole");
        }
    }
}
