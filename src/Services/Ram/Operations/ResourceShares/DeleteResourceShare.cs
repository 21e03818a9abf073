using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ram.Loops;
using Orrery.Services.Ram.Rules;
using Orrery.Wire.Generated.Ram;

namespace Orrery.Services.Ram.Operations.ResourceShares;

/// <summary>Deletes a share: at once nobody has anything by it any more.</summary>
public sealed class DeleteResourceShare : IWriteOperation<DeleteResourceShareRequest, DeleteResourceShareResult>
{
    /// <inheritdoc/>
    public DeleteResourceShareResult Run(DeleteResourceShareRequest request, Call call)
    {
        ShareLoop.End(call, Shares.ForChange(call, request.ResourceShareArn!));
        return new() { ReturnValue = true, ClientToken = request.ClientToken };
    }
}
