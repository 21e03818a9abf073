using System.Buffers;

namespace Orrery.Host.Logging;

/// <summary>Lines a person reads: time, status, duration, operation, where, who, error, request id.</summary>
internal sealed class TextLog(bool colour) : ILogFormatter
{
    /// <inheritdoc/>
    public void Request(IBufferWriter<byte> to, DateTimeOffset at, TimeSpan took, in RequestFacts facts)
    {
        var line = new Utf8Line(to);
        Time(ref line, at);
        Paint(ref line, facts.Status switch { >= 500 => "\e[1;31m"u8, >= 400 => "\e[33m"u8, _ => "\e[32m"u8 });
        line.Number(facts.Status);
        Paint(ref line, "\e[0m"u8);
        line.Raw(" "u8);
        Duration(ref line, took);
        Paint(ref line, "\e[1m"u8);
        line.Padded(facts.Operation, 34);
        Paint(ref line, "\e[0m"u8);
        if (facts.ErrorCode is not null)
        {
            Paint(ref line, "\e[33m"u8);
            line.Padded(facts.ErrorCode, 0);
            Paint(ref line, "\e[0m"u8);
        }
        Paint(ref line, "\e[90m"u8);
        Place(ref line, facts);
        line.Text(facts.RequestId);
        Paint(ref line, "\e[0m"u8);
        line.Raw("\n"u8);
        line.End();
    }

    /// <inheritdoc/>
    public void Failure(IBufferWriter<byte> to, DateTimeOffset at, string what, string? requestId, Exception problem)
    {
        var line = new Utf8Line(to);
        Time(ref line, at);
        Paint(ref line, "\e[1;37;41m"u8);
        line.Raw("ORRERY FAILED"u8);
        Paint(ref line, "\e[0m"u8);
        line.Raw(" "u8);
        line.Text(what);
        if (requestId is not null)
        {
            line.Raw(" request "u8);
            line.Text(requestId);
        }
        line.Raw("\n"u8);
        foreach (var part in problem.ToString().AsSpan().EnumerateLines())
        {
            line.Raw("    "u8);
            line.Text(part);
            line.Raw("\n"u8);
        }
        line.End();
    }

    /// <inheritdoc/>
    public void Dropped(IBufferWriter<byte> to, DateTimeOffset at, long lines)
    {
        var line = new Utf8Line(to);
        Time(ref line, at);
        line.Number(lines);
        line.Raw(" lines were not shown: nobody took them fast enough\n"u8);
        line.End();
    }

    private static void Place(ref Utf8Line line, in RequestFacts facts)
    {
        if (facts.World is not null)
        {
            line.Raw("world "u8);
            line.Padded(facts.World, 0);
        }
        if (facts.Account is not null)
        {
            line.Text(facts.Account);
            line.Raw("/"u8);
            line.Padded(facts.Region, 0);
        }
        if (facts.Principal is not null) line.Padded(Short(facts.Principal), 0);
    }

    /// <summary><c>user/alice</c> of <c>arn:aws:iam::123456789012:user/alice</c>.</summary>
    private static ReadOnlySpan<char> Short(string arn)
    {
        var colon = arn.LastIndexOf(':');
        return colon < 0 ? arn : arn.AsSpan(colon + 1);
    }

    private static void Duration(ref Utf8Line line, TimeSpan took)
    {
        var tenths = (took.Ticks + 500) / 1000;
        line.Number(tenths / 10, width: 3, fill: (byte)' ');
        line.Raw("."u8);
        line.Number(tenths % 10);
        line.Raw("ms "u8);
    }

    private void Time(ref Utf8Line line, DateTimeOffset at)
    {
        Paint(ref line, "\e[90m"u8);
        line.Number(at.Hour, 2);
        line.Raw(":"u8);
        line.Number(at.Minute, 2);
        line.Raw(":"u8);
        line.Number(at.Second, 2);
        line.Raw("."u8);
        line.Number(at.Millisecond, 3);
        Paint(ref line, "\e[0m"u8);
        line.Raw(" "u8);
    }

    private void Paint(ref Utf8Line line, ReadOnlySpan<byte> escape)
    {
        if (colour) line.Raw(escape);
    }
}
