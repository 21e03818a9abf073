using System.Buffers;
using CsCheck;
using Orrery.Wire.Protocols.Values;
using Orrery.Wire.Requests;

namespace Orrery.Tests.Wire.Codecs;

/// <summary>What takes the bytes of an answer.</summary>
public sealed class ByteOutputTests
{
    // Arrays from here on lie in the large object heap (.NET documentation, "The large object heap").
    private const int Large = 85_000;

    [Fact]
    public void What_was_written_in_any_steps_comes_out_in_order_and_in_no_large_arrays() =>
        Gen.Int[0, 5_000].Array[0, 200].Sample(steps =>
        {
            var output = new ByteOutput();
            var expected = new List<byte>();
            foreach (var step in steps)
            {
                var room = output.GetSpan(step);
                for (var i = 0; i < step; i++)
                {
                    room[i] = (byte)(expected.Count * 7);
                    expected.Add(room[i]);
                }

                output.Advance(step);
            }

            var bytes = output.ToBytes();
            Assert.Equal(expected.ToArray(), bytes.ToArray());
            foreach (var piece in bytes) Assert.InRange(piece.Length, 0, Large - 1);
        });

    [Fact]
    public void A_piece_that_is_asked_for_whole_is_whole_however_long()
    {
        var output = new ByteOutput();
        Assert.True(output.GetMemory(3 * Large).Length >= 3 * Large);
        output.Advance(3 * Large);
        Assert.Equal(3 * Large, output.ToBytes().Length);
    }

    [Fact]
    public void An_answer_in_pieces_reads_as_one_body()
    {
        var output = new ByteOutput();
        for (var i = 0; i < 200_000; i++)
        {
            output.GetSpan(1)[0] = (byte)i;
            output.Advance(1);
        }

        var answer = WireResponse.Of(200, "text/plain", output.ToBytes());
        Assert.False(answer.Bytes.IsSingleSegment);
        Assert.Equal(output.ToBytes().ToArray(), answer.Body.ToArray());
        answer.Body = new byte[] { 1, 2 };
        Assert.Equal(2, answer.Bytes.Length);
    }
}
