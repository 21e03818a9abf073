using System.Text.Json.Serialization;

namespace Orrery.Tests.Kernel;

[JsonSerializable(typeof(WalletRecord))]
[JsonSerializable(typeof(NoteRecord))]
internal sealed partial class TestJson : JsonSerializerContext;
