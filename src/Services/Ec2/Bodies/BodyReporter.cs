using System.Text;
using System.Threading.Channels;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Kernel.Time;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Bodies;

namespace Orrery.Services.Ec2.Bodies;

/// <summary>
/// Reports to the world, by ordinary calls, what the process of an instance writes and what becomes of it. What comes
/// within a moment goes into one call, so that a process that writes much does not make many commits.
/// </summary>
internal sealed class BodyReporter
{
    private const int Waiting = 64;

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);

    private readonly Channel<(string Text, BodyRecord? Body)> _news =
        Channel.CreateBounded<(string Text, BodyRecord? Body)>(Waiting);

    private readonly World _world;
    private readonly Scope _scope;
    private readonly InstanceId _id;
    private readonly Task _loop;

    /// <summary>Reports of one instance.</summary>
    public BodyReporter(World world, Scope scope, InstanceId id)
    {
        _world = world;
        _scope = scope;
        _id = id;
        _loop = Task.Run(LoopAsync);
    }

    /// <summary>Reports a text, and what became of the process; waits while too much is unreported.</summary>
    public ValueTask SayAsync(string text, BodyRecord? body = null) => _news.Writer.WriteAsync((text, body));

    /// <summary>Reports what is left.</summary>
    public Task EndAsync()
    {
        _news.Writer.TryComplete();
        return _loop;
    }

    private async Task LoopAsync()
    {
        while (await _news.Reader.WaitToReadAsync())
        {
            var text = new StringBuilder();
            BodyRecord? body = null;
            while (_news.Reader.TryRead(out var news))
            {
                text.Append(news.Text);
                body = news.Body ?? body;
            }

            await ReportAsync(BodyReports.End(text.ToString()), body);

            // The machine's time, not the world's: a real process writes, and virtual time does not wait for it.
            await Task.Delay(Moment, MachineClock.Instance);
        }
    }

    private async Task ReportAsync(string text, BodyRecord? body)
    {
        var info = new CallInfo(
            _scope, Caller.Service(_scope.Account, "ec2.amazonaws.com"), "ec2:ReportBody", _world.NewRequestId());
        try
        {
            await _world.ExecuteAsync(info, call => BodyReports.Take(call, _id, text, body));
        }
        catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException)
        {
            // The world is being closed: nobody can be told any more.
        }
    }
}
