using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ram.Rules;
using Orrery.Services.Ram.Views;
using Orrery.Wire.Generated.Ram;

namespace Orrery.Services.Ram.Operations.Associations;

/// <summary>
/// Takes resources and accounts out of a share. An account takes itself out of one that it was invited to.
/// </summary>
public sealed class DisassociateResourceShare
    : IWriteOperation<DisassociateResourceShareRequest, DisassociateResourceShareResult>
{
    /// <inheritdoc/>
    public DisassociateResourceShareResult Run(DisassociateResourceShareRequest request, Call call)
    {
        if (request.Sources is { Count: > 0 })
        {
            throw Errors.NotServed("sources");
        }

        var (owner, share) = Shares.ToLeave(
            call, request.ResourceShareArn!, request.ResourceArns, request.Principals);
        var less = Associating.Remove(call, owner, share, request.ResourceArns, request.Principals);
        call.Write(Tables.Shares, owner).Put(less);
        return new()
        {
            ResourceShareAssociations = ShareViews.Named(owner, less, request.ResourceArns, request.Principals),
            ClientToken = request.ClientToken,
        };
    }
}
