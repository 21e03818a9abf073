namespace Orrery.Tests.Acceptance.Messaging;

/// <summary>
/// Numbers that are sent one after the other until nobody answers, and which of them were acknowledged.
/// </summary>
internal sealed class Flood
{
    private int _next;

    /// <summary>The numbers that were acknowledged.</summary>
    public List<int> Acknowledged { get; } = [];

    /// <summary>Sends until the Orrery is gone; tells when some were acknowledged.</summary>
    /// <param name="send">Sends a number.</param>
    /// <param name="enough">After how many acknowledged ones to tell.</param>
    /// <param name="reached">What to tell.</param>
    public async Task RunAsync(Func<int, Task> send, int enough, TaskCompletionSource reached)
    {
        for (var sent = 0; ; sent++)
        {
            var number = _next++;
            try
            {
                await send(number);
            }
            catch (Exception problem) when (
                problem is HttpRequestException or IOException or OperationCanceledException)
            {
                reached.TrySetResult();
                return;
            }

            Acknowledged.Add(number);
            if (sent == enough) reached.TrySetResult();
        }
    }

    /// <summary>Holds what is there against what was sent: all that was acknowledged, nothing twice.</summary>
    public void Check(IReadOnlyList<int> found)
    {
        Assert.Empty(Acknowledged.Except(found));
        Assert.Equal(found.Count, found.Distinct().Count());
        Assert.All(found, number => Assert.InRange(number, 0, _next - 1));
        Assert.True(Acknowledged.Count > 0);
    }

    /// <summary>The same where only the number of things is known.</summary>
    public void CheckCount(int found) => Assert.InRange(found, Acknowledged.Count, _next);
}
