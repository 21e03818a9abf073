using System.Text;
using Orrery.Contracts.Keys;
using Orrery.Services.Kms.Operations.Keys;
using Orrery.Services.Kms.Ports;
using Orrery.Services.Kms.Records;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Tests.Unit.Services.Kms;

public sealed class PortTests
{
    private readonly Keyring _ring = new();
    private readonly KeysPort _keys = new();

    [Fact]
    public void A_service_encrypts_under_its_own_key_which_is_made_by_it()
    {
        var use = new KeyUse("alias/aws/ssm", "ssm", Keyring.Context("p"));
        Assert.Null(_ring.Rig.Ask(call => _keys.Seek(call, use)));
        var blob = _ring.Rig.Do(call => _keys.Encrypt(call, use, "x"u8));
        Assert.True(_ring.Rig.Ask(call => _keys.Seek(call, use))!.IsAwsManaged);
        Assert.Equal("x", Encoding.UTF8.GetString(_ring.Rig.Ask(c => _keys.Decrypt(c, use, blob)).Plaintext));
        Assert.Equal("InvalidCiphertextException", Rig.Refusal(() => _ring.Rig.Ask(
            call => _keys.Decrypt(call, use with { Context = Keyring.Context("q") }, blob))));
        Assert.Equal("AccessDeniedException", Rig.Refusal(() => _ring.Rig.Ask(
            call => _keys.Decrypt(call, use with { Service = "s3" }, blob))));
    }

    [Fact]
    public void A_data_key_opens_until_its_key_is_disabled()
    {
        var id = _ring.Key().KeyId!;
        var use = new KeyUse(id, "s3", Keyring.Context("o"));
        var key = _ring.Rig.Do(call => _keys.NewDataKey(call, use));
        Assert.Equal(key.Plaintext, _ring.Rig.Ask(call => _keys.Decrypt(call, use, key.Ciphertext)).Plaintext);
        Assert.True(_ring.Rig.Do(call => _keys.Find(call, use)).IsUsable);
        _ring.Rig.Run(new DisableKey(), new() { KeyId = id });
        Assert.Equal("DisabledException", Rig.Refusal(
            () => _ring.Rig.Ask(call => _keys.Decrypt(call, use, key.Ciphertext))));
    }

    [Fact]
    public void Secrets_stand_in_no_text_that_is_made_of_a_record()
    {
        var bytes = "a very secret text that is 32 by"u8.ToArray();
        var material = new MaterialRecord
        {
            KeyId = "k", Version = 1, MaterialId = "m", Bytes = bytes, State = KeyMaterialState.Current,
            Since = Rig.Start,
        };
        var text = $"{material} {new DataKey("arn", bytes, bytes)} {new OpenedText("arn", bytes)}";
        Assert.DoesNotContain(Convert.ToBase64String(bytes), text);
        Assert.DoesNotContain("secret", text);
        Assert.DoesNotContain(Convert.ToHexString(bytes), text, StringComparison.OrdinalIgnoreCase);
    }
}
