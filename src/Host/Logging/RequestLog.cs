using System.Buffers;
using System.Runtime.InteropServices;

namespace Orrery.Host.Logging;

/// <summary>
/// The log. A request only leaves what is known of it, and a moment later the lines of many are made and written at
/// once: made one by one among the requests each would cost several times as much. When nobody takes the lines (a
/// halted terminal, a full pipe), requests are dropped and counted: the log never slows or stops the server.
/// </summary>
internal sealed class RequestLog : IAsyncDisposable
{
    private const int MostWaiting = 4 * 1024 * 1024;
    private const int UsualSize = 128;

    // A person sees no delay in it; at 20,000 requests a second it makes one write of 500.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(25);

    private readonly Lock _gate = new();
    private readonly Stream _output;
    private readonly ILogFormatter _formatter;
    private readonly TimeProvider _clock;
    private readonly bool _wantsRequests;
    private readonly ArrayBufferWriter<byte> _lines = new(4096);
    private List<LogEntry> _waiting = [];
    private List<LogEntry> _writing = [];
    private readonly ITimer _timer;
    private Task _writer = Task.CompletedTask;
    private int _size;
    private bool _isDue;
    private long _dropped;

    /// <summary>Makes a log.</summary>
    /// <param name="format">How lines look.</param>
    /// <param name="colour">Whether text lines are coloured.</param>
    /// <param name="output">Where they go.</param>
    /// <param name="clock">The machine's clock.</param>
    public RequestLog(LogFormat format, bool colour, Stream output, TimeProvider clock)
    {
        _output = output;
        _clock = clock;
        _wantsRequests = format != LogFormat.Quiet;
        _formatter = format == LogFormat.Json ? new JsonLog() : new TextLog(colour);
        _timer = clock.CreateTimer(
            static log => ((RequestLog)log!).StartWriting(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Logs a request.</summary>
    /// <param name="facts">What is known of it.</param>
    /// <param name="started">The timestamp of its start.</param>
    public void Request(in RequestFacts facts, long started)
    {
        if (_wantsRequests) Add(new(_clock.GetUtcNow(), _clock.GetElapsedTime(started), facts, null));
    }

    /// <summary>Logs a failure of Orrery itself; also when requests are not logged.</summary>
    public void Failure(string what, string? requestId, Exception problem) =>
        Add(new(_clock.GetUtcNow(), default, new(what, 0, requestId ?? ""), problem));

    /// <summary>Writes what waits.</summary>
    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync();
        await _writer;
        await WriteAsync();
    }

    private void Add(in LogEntry entry)
    {
        lock (_gate)
        {
            if (_size >= MostWaiting)
            {
                _dropped++;
                return;
            }
            // What a client sends may be long; all else is of much the same size.
            _size += UsualSize + entry.Facts.Operation.Length;
            _waiting.Add(entry);
            if (_isDue) return;
            _isDue = true;
            _timer.Change(Gathering, Timeout.InfiniteTimeSpan);
        }
    }

    // One write at a time: while nobody takes the last one, the next waits and gathers more.
    private void StartWriting()
    {
        lock (_gate)
        {
            if (_writer.IsCompleted)
            {
                _isDue = false;
                _writer = Task.Run(WriteAsync);
            }
            else _timer.Change(Gathering, Timeout.InfiniteTimeSpan);
        }
    }

    private async Task WriteAsync()
    {
        MakeLines();
        if (_lines.WrittenCount == 0) return;
        try
        {
            await _output.WriteAsync(_lines.WrittenMemory);
            await _output.FlushAsync();
        }
        catch (IOException)
        {
            // Whoever read the log has gone: there is nobody to tell.
        }
    }

    private void MakeLines()
    {
        long dropped;
        lock (_gate)
        {
            (_waiting, _writing) = (_writing, _waiting);
            (dropped, _dropped, _size) = (_dropped, 0, 0);
        }
        _lines.ResetWrittenCount();
        foreach (ref readonly var entry in CollectionsMarshal.AsSpan(_writing))
        {
            var facts = entry.Facts;
            if (entry.Problem is null) _formatter.Request(_lines, entry.At, entry.Took, facts);
            else
            {
                var id = facts.RequestId.Length == 0 ? null : facts.RequestId;
                _formatter.Failure(_lines, entry.At, facts.Operation, id, entry.Problem);
            }
        }
        _writing.Clear();
        if (dropped > 0) _formatter.Dropped(_lines, _clock.GetUtcNow(), dropped);
    }
}
