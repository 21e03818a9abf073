using Orrery.Services.S3.Rules.Access;
using Orrery.Wire.Generated.S3control;
using Scope = Orrery.Kernel.State.Scope;

namespace Orrery.Services.S3.Operations.S3control.AccountBlocks;

/// <summary>Says what of public access is blocked in all buckets of an account.</summary>
public sealed class PutPublicAccessBlock : IWriteOperation<PutPublicAccessBlockRequest, PutPublicAccessBlockResult>
{
    /// <inheritdoc/>
    public PutPublicAccessBlockResult Run(PutPublicAccessBlockRequest request, Call call)
    {
        var account = Accounts.Checked(request.AccountId, call);
        var sent = request.PublicAccessBlockConfiguration ?? throw Errors.Malformed();
        call.Write(Tables.Accounts, Scope.Global(account))
            .Put(new(new(account), BlockShapes.Read(sent)));
        return new();
    }
}
