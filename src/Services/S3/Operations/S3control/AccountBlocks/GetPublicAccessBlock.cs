using Orrery.Services.S3.Rules.Access;
using Orrery.Wire.Generated.S3control;

namespace Orrery.Services.S3.Operations.S3control.AccountBlocks;

/// <summary>Tells what of public access an account blocks in all of its buckets.</summary>
public sealed class GetPublicAccessBlock : IReadOperation<GetPublicAccessBlockRequest, GetPublicAccessBlockResult>
{
    /// <inheritdoc/>
    public GetPublicAccessBlockResult Run(GetPublicAccessBlockRequest request, ReadCall call)
    {
        if (Blocks.OfAccount(call, Accounts.Checked(request.AccountId, call)) is not { } block)
        {
            throw Errors.NotFound(
                "NoSuchPublicAccessBlockConfiguration", "The public access block configuration was not found");
        }

        return new()
        {
            PublicAccessBlockConfiguration = BlockShapes.View(block),
        };
    }
}
