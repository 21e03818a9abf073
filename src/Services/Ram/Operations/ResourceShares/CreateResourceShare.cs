using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ram.Loops;
using Orrery.Services.Ram.Records;
using Orrery.Services.Ram.Rules;
using Orrery.Services.Ram.Views;
using Orrery.Wire.Generated.Ram;

namespace Orrery.Services.Ram.Operations.ResourceShares;

/// <summary>
/// Makes a resource share, and sends invitations to the accounts in it. Refused: sources and configurations, which
/// matter to services and organizations only.
/// </summary>
public sealed class CreateResourceShare : IWriteOperation<CreateResourceShareRequest, CreateResourceShareResult>
{
    /// <inheritdoc/>
    public CreateResourceShareResult Run(CreateResourceShareRequest request, Call call)
    {
        if (request.Sources is { Count: > 0 })
        {
            throw Errors.NotServed("sources");
        }

        if (request.ResourceShareConfiguration is not null)
        {
            throw Errors.NotServed("resourceShareConfiguration");
        }

        if (call.Read(Tables.Shares).All().Count() >= Shares.Most)
        {
            throw Errors.Limit($"An account can have up to {Shares.Most} resource shares in a region.");
        }

        var empty = new ShareRecord
        {
            Id = Arns.New(call),
            Name = Shares.CheckName(request.Name!),
            AllowsExternal = request.AllowExternalPrincipals ?? true,
            Status = ResourceShareStatus.Active,
            Permissions = [.. (request.PermissionArns ?? []).Select(arn => ShareTypes.OfPermission(arn).PermissionArn)],
            Tags = ShareTags.With([], request.Tags),
            CreatedAt = call.Now,
            ChangedAt = call.Now,
        };
        var share = Associating.Add(call, empty, request.ResourceArns, request.Principals);
        call.Write(Tables.Shares).Put(share);
        ShareLoop.Continue(call, call.Scope, share.Id);
        return new()
        {
            ResourceShare = ShareViews.Of(call.Scope, share, own: true), ClientToken = request.ClientToken,
        };
    }
}
