using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.InstanceProfiles;

/// <summary>The instance profiles of the account below a path.</summary>
public sealed class ListInstanceProfiles : IReadOperation<ListInstanceProfilesRequest, ListInstanceProfilesResult>
{
    /// <inheritdoc/>
    public ListInstanceProfilesResult Run(ListInstanceProfilesRequest request, ReadCall call)
    {
        var prefix = request.PathPrefix ?? "/";
        var page = Page.Of(
            call.Mine(Tables.Profiles).All().Where(p => p.Path.StartsWith(prefix, StringComparison.Ordinal)),
            p => p.Key.Value, request.Marker, request.MaxItems);
        return new()
        {
            InstanceProfiles = page.Of(p => Show.Of(call, p) with { Tags = null }).Items,
            IsTruncated = page.IsTruncated,
            Marker = page.Marker,
        };
    }
}
