using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Certificates;

/// <summary>Removes tags of a server certificate.</summary>
public sealed class UntagServerCertificate
    : IWriteOperation<UntagServerCertificateRequest, UntagServerCertificateResult>
{
    /// <inheritdoc/>
    public UntagServerCertificateResult Run(UntagServerCertificateRequest request, Call call)
    {
        var found = ServerCertificates.Get(call, request.ServerCertificateName);
        call.Ours(Tables.ServerCertificates).Put(found with { Tags = TagRules.Without(found.Tags, request.TagKeys) });
        return new();
    }
}
