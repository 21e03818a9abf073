using Orrery.Services.S3.Rules.Access;
using Orrery.Wire.Generated.S3control;
using Scope = Orrery.Kernel.State.Scope;

namespace Orrery.Services.S3.Operations.S3control.AccountBlocks;

/// <summary>Takes back what an account blocked in all of its buckets.</summary>
public sealed class DeletePublicAccessBlock
    : IWriteOperation<DeletePublicAccessBlockRequest, DeletePublicAccessBlockResult>
{
    /// <inheritdoc/>
    public DeletePublicAccessBlockResult Run(DeletePublicAccessBlockRequest request, Call call)
    {
        var account = Accounts.Checked(request.AccountId, call);
        call.Write(Tables.Accounts, Scope.Global(account)).Remove(new(account));
        return new();
    }
}
