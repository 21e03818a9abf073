using System.Buffers;
using Orrery.Wire.Schema;

namespace Orrery.Wire.Protocols.Http;

/// <summary>A document that is being written.</summary>
/// <param name="Sink">Where its members go.</param>
/// <param name="Finish">Ends it and gives its bytes.</param>
internal sealed record RestDocument(ShapeSink Sink, Func<ReadOnlySequence<byte>> Finish);
