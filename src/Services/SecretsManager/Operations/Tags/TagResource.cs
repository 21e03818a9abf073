using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.SecretsManager.Rules;
using Orrery.Wire.Generated.Secretsmanager;

namespace Orrery.Services.SecretsManager.Operations.Tags;

/// <summary>Gives tags to a secret.</summary>
public sealed class TagResource : IWriteOperation<TagResourceRequest, TagResourceResult>
{
    /// <inheritdoc/>
    public TagResourceResult Run(TagResourceRequest request, Call call)
    {
        var secret = Secrets.Live(call, request.SecretId!);
        Secrets.Put(call, secret, secret.Secret with { Tags = SecretRules.Tags(secret.Secret.Tags, request.Tags) });
        return new();
    }
}
