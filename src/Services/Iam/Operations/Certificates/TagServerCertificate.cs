using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Certificates;

/// <summary>Adds tags to a server certificate, or changes them.</summary>
public sealed class TagServerCertificate : IWriteOperation<TagServerCertificateRequest, TagServerCertificateResult>
{
    /// <inheritdoc/>
    public TagServerCertificateResult Run(TagServerCertificateRequest request, Call call)
    {
        var found = ServerCertificates.Get(call, request.ServerCertificateName);
        call.Ours(Tables.ServerCertificates).Put(found with { Tags = TagRules.Merge(found.Tags, request.Tags) });
        return new();
    }
}
