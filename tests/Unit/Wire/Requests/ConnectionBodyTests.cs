using System.IO.Pipelines;
using Orrery.Wire.Requests;

namespace Orrery.Tests.Unit.Wire.Requests;

/// <summary>The body of a connection is there whole, however it arrives.</summary>
public sealed class ConnectionBodyTests
{
    private readonly Pipe _pipe = new();

    [Fact]
    public async Task What_has_arrived_is_taken_at_once_and_what_follows_stays()
    {
        await _pipe.Writer.WriteAsync("hellonext"u8.ToArray());
        var body = WireBody.OfConnection(new NotToBeRead(), _pipe.Reader, 5);
        var taken = body.BufferAsync(1024, default);
        Assert.True(taken.IsCompletedSuccessfully);
        Assert.Equal("hello"u8.ToArray(), (await taken).ToArray());
        Assert.True(body.IsBuffered);
        Assert.Equal("next"u8.ToArray(), Left());
    }

    [Fact]
    public async Task A_body_in_pieces_is_awaited()
    {
        await _pipe.Writer.WriteAsync("hel"u8.ToArray());
        var body = WireBody.OfConnection(_pipe.Reader.AsStream(), _pipe.Reader, 5);
        var taken = body.BufferAsync(1024, default).AsTask();
        Assert.False(taken.IsCompleted);
        await _pipe.Writer.WriteAsync("lo"u8.ToArray());
        Assert.Equal("hello"u8.ToArray(), (await taken).ToArray());
    }

    [Fact]
    public async Task A_body_that_ends_early_is_as_long_as_it_is()
    {
        await _pipe.Writer.WriteAsync("hel"u8.ToArray());
        await _pipe.Writer.CompleteAsync();
        var body = WireBody.OfConnection(_pipe.Reader.AsStream(), _pipe.Reader, 5);
        Assert.Equal("hel"u8.ToArray(), (await body.BufferAsync(1024, default)).ToArray());
        Assert.Equal(3, body.Length);
    }

    [Fact]
    public async Task A_long_body_and_one_of_unknown_length_come_by_the_stream()
    {
        var bytes = new byte[100_000];
        bytes.AsSpan(50_000).Fill(7);
        foreach (long? length in new long?[] { bytes.Length, null })
        {
            var body = WireBody.OfConnection(new MemoryStream(bytes), _pipe.Reader, length);
            Assert.Equal(bytes, (await body.BufferAsync(1 << 20, default)).ToArray());
        }
    }

    [Fact]
    public async Task A_body_longer_than_its_limit_is_refused_before_it_is_read()
    {
        await _pipe.Writer.WriteAsync("hello"u8.ToArray());
        var body = WireBody.OfConnection(new NotToBeRead(), _pipe.Reader, 5);
        await Assert.ThrowsAsync<Orrery.Core.ServiceException>(async () => await body.BufferAsync(4, default));
        Assert.Equal("hello"u8.ToArray(), Left());
    }

    private byte[] Left()
    {
        Assert.True(_pipe.Reader.TryRead(out var read));
        byte[] left = [.. read.Buffer.FirstSpan];
        _pipe.Reader.AdvanceTo(read.Buffer.End);
        return left;
    }

    private sealed class NotToBeRead : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("It was read.");
    }
}
