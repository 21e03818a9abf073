using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Certificates;

/// <summary>The certificates below a path.</summary>
public sealed class ListServerCertificates : IReadOperation<ListServerCertificatesRequest, ListServerCertificatesResult>
{
    /// <inheritdoc/>
    public ListServerCertificatesResult Run(ListServerCertificatesRequest request, ReadCall call)
    {
        var prefix = request.PathPrefix ?? "/";
        var page = Page.Of(
            call.Mine(Tables.ServerCertificates).All().Where(c => c.Path.StartsWith(prefix, StringComparison.Ordinal)),
            c => c.Key.Value, request.Marker, request.MaxItems);
        return new()
        {
            ServerCertificateMetadataList = page.Of(ServerCertificates.Show).Items,
            IsTruncated = page.IsTruncated,
            Marker = page.Marker,
        };
    }
}
