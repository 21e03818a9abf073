using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ram.Loops;
using Orrery.Services.Ram.Rules;
using Orrery.Services.Ram.Views;
using Orrery.Wire.Generated.Ram;

namespace Orrery.Services.Ram.Operations.Associations;

/// <summary>Puts resources and accounts into a share.</summary>
public sealed class AssociateResourceShare
    : IWriteOperation<AssociateResourceShareRequest, AssociateResourceShareResult>
{
    /// <inheritdoc/>
    public AssociateResourceShareResult Run(AssociateResourceShareRequest request, Call call)
    {
        if (request.Sources is { Count: > 0 })
        {
            throw Errors.NotServed("sources");
        }

        var share = Shares.ForChange(call, request.ResourceShareArn!);
        var more = Associating.Add(call, share, request.ResourceArns, request.Principals);
        call.Write(Tables.Shares).Put(more);
        ShareLoop.Continue(call, call.Scope, share.Id);
        return new()
        {
            ResourceShareAssociations = ShareViews.Named(
                call.Scope, more, request.ResourceArns, request.Principals),
            ClientToken = request.ClientToken,
        };
    }
}
