using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Certificates;

/// <summary>The tags of a server certificate.</summary>
public sealed class ListServerCertificateTags
    : IReadOperation<ListServerCertificateTagsRequest, ListServerCertificateTagsResult>
{
    /// <inheritdoc/>
    public ListServerCertificateTagsResult Run(ListServerCertificateTagsRequest request, ReadCall call)
    {
        var tags = ServerCertificates.Get(call, request.ServerCertificateName).Tags;
        var page = Page.InOrder(TagRules.List(tags), request.Marker, request.MaxItems);
        return new() { Tags = page.Items, IsTruncated = page.IsTruncated, Marker = page.Marker };
    }
}
