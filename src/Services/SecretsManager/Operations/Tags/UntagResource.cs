using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Operations.Tagging;
using Orrery.Services.SecretsManager.Rules;
using Orrery.Wire.Generated.Secretsmanager;

namespace Orrery.Services.SecretsManager.Operations.Tags;

/// <summary>Takes tags from a secret.</summary>
public sealed class UntagResource : IWriteOperation<UntagResourceRequest, UntagResourceResult>
{
    /// <inheritdoc/>
    public UntagResourceResult Run(UntagResourceRequest request, Call call)
    {
        var secret = Secrets.Live(call, request.SecretId!);
        var gone = request.TagKeys!.ToHashSet(StringComparer.Ordinal);
        var kept = secret.Secret.Tags.Where(t => !gone.Contains(t.Key));
        Secrets.Put(call, secret, secret.Secret with { Tags = TagSet.Empty.SetItems(kept) });
        return new();
    }
}
