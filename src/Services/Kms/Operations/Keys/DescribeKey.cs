using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Kms.Rules;
using Orrery.Services.Kms.Views;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.Keys;

/// <summary>Shows a key; an AWS managed one is made by it.</summary>
public sealed class DescribeKey : IWriteOperation<DescribeKeyRequest, DescribeKeyResult>
{
    /// <inheritdoc/>
    public DescribeKeyResult Run(DescribeKeyRequest request, Call call)
    {
        AwsKeys.Awaken(call, request.KeyId!);
        var place = Places.Of(call, request.KeyId!);
        KeyAccess.Check(call, place, "DescribeKey", new(null, request.GrantTokens));
        return new() { KeyMetadata = KeyViews.Of(call, place) };
    }
}
