using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Contents;

/// <summary>
/// A service whose records name kept bytes. Every service that keeps bytes offers this (<c>Ports.Also</c>); bytes that
/// none of them knows in any world are removed.
/// </summary>
public interface IContentUser
{
    /// <summary>Whether the world names these bytes, now or in what it can still be asked about its past.</summary>
    bool Knows(ReadCall call, ContentId id);

    /// <summary>Bytes that are named by the world's past only, those first that were let go of first.</summary>
    IEnumerable<ReleasedContent> Released(ReadCall call);

    /// <summary>Forgets bytes that were released: they are about to be removed, unless another world knows
    /// them.</summary>
    void Forget(Call call, IReadOnlyCollection<ContentId> ids);
}
