using Orrery.Contracts.Contents;
using Orrery.Kernel.State;

namespace Orrery.Services.S3.Ports;

/// <summary>Which bytes the records of S3 name.</summary>
internal sealed class ContentUser : IContentUser
{
    /// <inheritdoc/>
    public bool Knows(ReadCall call, ContentId id) => call.Read(Tables.Contents, Scope.World).Contains(id);

    /// <inheritdoc/>
    public IEnumerable<ReleasedContent> Released(ReadCall call) =>
        call.Read(Tables.Releases, Scope.World).All().Select(static r => new ReleasedContent(r.Id, r.At));

    /// <inheritdoc/>
    public void Forget(Call call, IReadOnlyCollection<ContentId> ids)
    {
        var contents = call.Write(Tables.Contents, Scope.World);
        var releases = call.Write(Tables.Releases, Scope.World);
        var wanted = ids.ToHashSet();
        foreach (var release in releases.All().TakeWhile(_ => wanted.Count > 0).ToList())
        {
            if (!wanted.Remove(release.Id)) continue;
            releases.Remove(release.Key);
            contents.Remove(release.Id);
        }
    }
}
