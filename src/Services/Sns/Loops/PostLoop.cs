using Orrery.Kernel.Calls;

namespace Orrery.Services.Sns.Loops;

/// <summary>A request whose wait is over is to be sent.</summary>
internal sealed class PostLoop : ITimerHandler
{
    /// <summary>Its kind.</summary>
    public const string KindName = "sns.post";

    /// <inheritdoc/>
    public string Kind => KindName;

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        var posts = call.Write(Tables.Posts);
        if (posts.Find(new(subject)) is { IsReady: false } post) posts.Put(post with { IsReady = true });
    }
}
