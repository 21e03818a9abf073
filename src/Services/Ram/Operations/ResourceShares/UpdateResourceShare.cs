using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ram.Rules;
using Orrery.Services.Ram.Views;
using Orrery.Wire.Generated.Ram;

namespace Orrery.Services.Ram.Operations.ResourceShares;

/// <summary>
/// Changes the name of a share, and whether outsiders may be in it. That it cannot be closed to outsiders while
/// some are in it is guessed.
/// </summary>
public sealed class UpdateResourceShare : IWriteOperation<UpdateResourceShareRequest, UpdateResourceShareResult>
{
    /// <inheritdoc/>
    public UpdateResourceShareResult Run(UpdateResourceShareRequest request, Call call)
    {
        var share = Shares.ForChange(call, request.ResourceShareArn!);
        if (request.AllowExternalPrincipals == false && share.Principals.Any(Shares.Lives))
        {
            throw Errors.NotPermitted("External principals are in the resource share.");
        }

        var changed = share with
        {
            Name = request.Name is { } name ? Shares.CheckName(name) : share.Name,
            AllowsExternal = request.AllowExternalPrincipals ?? share.AllowsExternal,
            ChangedAt = call.Now,
        };
        call.Write(Tables.Shares).Put(changed);
        return new()
        {
            ResourceShare = ShareViews.Of(call.Scope, changed, own: true), ClientToken = request.ClientToken,
        };
    }
}
