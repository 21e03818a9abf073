using System.Buffers;

namespace Orrery.Host.Logging;

/// <summary>
/// The log. A request only appends its line to a buffer, which is written out a moment later: many lines share one
/// write, as a write costs more than answering a request. When nobody takes the lines (a halted terminal, a full
/// pipe), lines are dropped and counted: the log never slows or stops the server.
/// </summary>
internal sealed class RequestLog : IAsyncDisposable
{
    private const int MostWaitingBytes = 4 * 1024 * 1024;

    // A person sees no delay in it; at 20,000 requests a second it makes one write of 500.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(25);

    // Each thread writes its line by itself, so that the gate is held for no longer than a copy takes.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? Line;

    private readonly Lock _gate = new();
    private readonly Stream _output;
    private readonly ILogFormatter _formatter;
    private readonly TimeProvider _clock;
    private readonly bool _wantsRequests;
    private ArrayBufferWriter<byte> _waiting = new(4096);
    private ArrayBufferWriter<byte> _writing = new(4096);
    private readonly ITimer _timer;
    private Task _writer = Task.CompletedTask;
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
        if (!_wantsRequests) return;
        var line = Line ??= new(256);
        line.ResetWrittenCount();
        _formatter.Request(line, _clock.GetUtcNow(), _clock.GetElapsedTime(started), facts);
        lock (_gate)
        {
            if (IsFull()) return;
            _waiting.Write(line.WrittenSpan);
            WriteSoon();
        }
    }

    /// <summary>Logs a failure of Orrery itself; also when requests are not logged.</summary>
    public void Failure(string what, string? requestId, Exception problem)
    {
        lock (_gate)
        {
            if (IsFull()) return;
            _formatter.Failure(_waiting, _clock.GetUtcNow(), what, requestId, problem);
            WriteSoon();
        }
    }

    /// <summary>Writes what waits.</summary>
    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync();
        await _writer;
        await WriteAsync();
    }

    private bool IsFull()
    {
        if (_waiting.WrittenCount < MostWaitingBytes) return false;
        _dropped++;
        return true;
    }

    private void WriteSoon()
    {
        if (_isDue) return;
        _isDue = true;
        _timer.Change(Gathering, Timeout.InfiniteTimeSpan);
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
        if (Take() is not { } lines) return;
        try
        {
            await _output.WriteAsync(lines.WrittenMemory);
            await _output.FlushAsync();
        }
        catch (IOException)
        {
            // Whoever read the log has gone: there is nobody to tell.
        }
    }

    private ArrayBufferWriter<byte>? Take()
    {
        lock (_gate)
        {
            if (_dropped > 0)
            {
                _formatter.Dropped(_waiting, _clock.GetUtcNow(), _dropped);
                _dropped = 0;
            }
            if (_waiting.WrittenCount == 0) return null;
            (_waiting, _writing) = (_writing, _waiting);
            _waiting.ResetWrittenCount();
            return _writing;
        }
    }
}
